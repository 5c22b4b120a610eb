const REVERSED_POLYNOMIAL = 0xedb88320;

/**
 * CRC-32 as in IEEE 802.3, gzip and PNG. Bit by bit, without a table: it sees a header of some hundred bytes
 * once an image, and a table would cost more to build than it saves.
 */
export function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? REVERSED_POLYNOMIAL : 0);
  }
  return ~crc >>> 0;
}
