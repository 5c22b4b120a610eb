/** True for a host, without a port, that only this machine can reach. A name other than `localhost` is never one: it can change. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host);
}

/**
 * True for a `Host` header that names this machine. A page of any website can have its own name point to 127.0.0.1 and then read
 * what is served there (DNS rebinding); the header still has the website's name.
 */
export function namesThisMachine(header: string | undefined): boolean {
  return header !== undefined && isLoopback(header.replace(/:\d+$/, '').toLowerCase());
}
