/** Arguments that make no sense; `zh` and `en` say what to do. */
export class UsageError extends Error {
  readonly zh: string;
  readonly en: string;
  constructor(zh: string, en: string) {
    super(zh);
    this.zh = zh;
    this.en = en;
  }
}
