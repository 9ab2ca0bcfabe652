/** What an indicator is known by: its table and its path, never its address. */
export const indicatorKey = (table: string, path: readonly string[]): string => JSON.stringify([table, path]);
