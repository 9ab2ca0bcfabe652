/** Something that a file holds and no reader of ours takes, counted, in the words of both languages: 图片 2 幅, 2 pictures. */
export interface LostPart {
  readonly zh: string;
  readonly en: string;
}
