/** A date of the ledger as it stands in a sentence: `on 2024-03-31`, but `in 2024-03` and `in 2024`. */
export const inTime = (date: string): string => `${date.length === 'YYYY-MM-DD'.length ? 'on' : 'in'} ${date}`;
