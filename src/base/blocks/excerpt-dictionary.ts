/**
 * What sources have in common, in front of every block of excerpts: a module by itself is too short to repeat much. It never changes, because images
 * rest on it: another text would be another section.
 */
const PHRASES = `
export default async function* (
export abstract class implements extends constructor(private readonly protected static override get set
  constructor(private readonly service: Service, private readonly repository: Repository<Entity>) {
    super(props);
    super();
  @Injectable() @Inject() @Column({ type: 'varchar', nullable: true }) @Entity() @Field(() => String, { nullable: true }) @ApiProperty({ description: '
  @IsOptional() @IsString() @Get(':id') @Post() @Put() @Delete() @Body() body: @Param('id') id: string, @Query() query:
export enum {
  = 'created_at: Date; updated_at: Date; deleted_at: Date | null;
export namespace declare module 'declare global {
import type { } from '../../
  | null | undefined;
  | { type: '
Record<string, unknown>;
Record<string, any> = {};
Partial<Omit<Pick<Readonly<ReadonlyArray<Map<string, Set<string>
Promise<void> {
Promise<string | null> {
Promise<boolean> {
keyof typeof as const satisfies
    switch (type) {
      case '
        break;
      default:
        throw new Error(\`
    throw new Error('
    try {
      await
    } catch (error: any) {
      logger.error(
    } finally {
    for (const [key, value] of Object.entries(
    for (let i = 0; i < .length; i++) {
    if (!result) {
      return null;
    }
    if (typeof value === 'string') {
    if (Array.isArray(
    if (value === undefined) return undefined;
    return Object.keys().map((item) => item.id).filter(Boolean).join(', ').reduce((acc,
    return this.
    return new Promise((resolve, reject) => {
    return {
      ...options,
      name: '
      description: '
      type: 'string',
      message: '
      default: false,
      required: true,
      data:
      id:
      status:
    };
  it('should return
  describe('
  beforeEach(async () => {
    expect(screen.getByText(').toEqual(
    expect().toBe(
    expect(response.status).toEqual(200)
  const { data, isLoading, error } = useQuery(
  const [state, setState] = useState<
  useEffect(() => {
  useCallback(
  useMemo(() =>
  return (
    <div className="flex items-center justify-between gap-x-2">
      <span className="text-
        </div>
      )}
    />
  );
export const = ({ children, ...props }: Props) => {
export const = createContext
export type = {
export interface Props extends {
  readonly id: string;
  name: string;
  title?: string;
  value?: number;
  enabled: boolean;
  children?: React.ReactNode;
  metadata?: Record<string, unknown> | null
  onChange?: (event: ) => void;
export function (input: string, options: Options = {}): string {
export async function (req: Request, res: Response, next: NextFunction) {
  async ( ): Promise<
  private async (
  public static
  const = await this.
  const result = await
  const = (
  const = new
    const {
  let
}
`;

export const EXCERPT_DICTIONARY: Uint8Array = new TextEncoder().encode(PHRASES);
