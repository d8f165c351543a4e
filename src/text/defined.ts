/**
 * A value that must be there: where a list, a map or a match has none, the program itself is at fault.
 * @throws Error where there is none
 */
export function defined<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('a value is missing that must be there');
  return value;
}
