/** 2020-01-01 and 2100-01-01, unix seconds: no server of this game wrote a round outside of it. */
const FIRST_UNIX = 1_577_836_800;
const LAST_UNIX = 4_102_444_800;

/** Whether the value is a whole number of unix seconds between the years 2020 and 2100. */
export function isPlausibleUnix(value: unknown): value is number {
  return (
    Number.isInteger(value) && (value as number) >= FIRST_UNIX && (value as number) < LAST_UNIX
  );
}
