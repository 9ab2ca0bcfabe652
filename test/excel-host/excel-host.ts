import { parseA1 } from "../../src/core/workbook/address";
import { DocumentCopies } from "./document-copy";
import { Events, type EventEntry } from "./events";
import { supportedSets, type Preset } from "./presets";
import { HostError, refuse } from "./protocol/host-error";
import { bind, type HostObject } from "./protocol/host-object";
import { RequestRun, type Session } from "./protocol/request-run";
import { FLAG, OFFICE_ERROR, type WireAction, type WireRequest } from "./protocol/wire";
import { createWorld } from "./objects/workbook";
import { Area } from "./workbook/area";
import type { Book } from "./workbook/book";
import { enter } from "./workbook/entry";
import { loadBook } from "./workbook/load-book";

export interface ExcelHostOptions {
  readonly workbook: Uint8Array;
  readonly preset?: Preset;
  /** "zh-CN" unless told. */
  readonly locale?: string;
  /** Bytes of a request and of a response; Excel on the web refuses more than 5 MB. */
  readonly payloadLimit?: number;
  /** Where the library of the page ends ("1.15" unless told); Excel promises nothing that is newer. */
  readonly libraryEnd?: string;
}

export interface BookOptions extends Omit<ExcelHostOptions, "workbook"> {
  /** The file that the book was read from. */
  readonly file?: Uint8Array | null;
}

/** One request as it went over the wire. */
export interface WireRecord {
  readonly isWrite: boolean;
  /** Whether the user's undo list survives it, as the library tells Excel. */
  readonly isUndoable: boolean;
  readonly requestBytes: number;
  responseBytes: number;
  /** Members called, "Worksheet.GetRange", or set, "Worksheet.Visibility=". */
  readonly members: Set<string>;
  /** The outer Office error that refused it; null where it was carried out. */
  officeError: number | null;
  /** The code of the error in the batch; null where all was done. */
  error: string | null;
  /** The library's own: its start, and the clean-up that nobody waits for. */
  readonly isInternal: boolean;
}

export type Reply = { readonly officeError: number } | { readonly body: string };

/** The next requests are refused, or fail on the way, as told. */
export interface Fault {
  /** How many requests pass first. Clean-up does not count. */
  readonly after?: number;
  /** Only a request that writes. */
  readonly onWrite?: boolean;
  /** An outer error; see OFFICE_ERROR. */
  readonly officeError?: number;
  /** Fails in the middle: this action (counted from the first write of the batch) throws the code. */
  readonly action?: { readonly index: number; readonly code: string };
  /** Something happens just before the request is carried out. */
  readonly before?: (host: ExcelHost) => void;
  /** … or just after. */
  readonly then?: (host: ExcelHost) => void;
  /** An outer error in place of the answer, after all was done. */
  readonly lostAnswer?: number;
  /** No answer, ever: the request was lost before Excel did anything, or after it did all. */
  readonly silent?: "undone" | "done";
}

/**
 * An emulated Excel: it answers the requests of the real office.js about a workbook opened from a file.
 * What it does not implement fails by name.
 */
export class ExcelHost {
  readonly book: Book;
  readonly preset: Preset;
  readonly locale: string;
  readonly log: WireRecord[] = [];
  /** What a page takes of the open file. */
  readonly copies: DocumentCopies;
  /** Workbooks that were opened beside this one, as the base64 that was given. */
  readonly created: string[] = [];
  onEvent: (entry: EventEntry) => void = () => undefined;
  private readonly session: Session;
  private readonly limit: number;
  private readonly libraryEnd: string | undefined;
  private faults: Fault[] = [];
  private failing: { index: number; code: string } | null = null;
  private isEditing = false;
  private waiting: (() => void)[] = [];

  constructor(
    book: Book,
    { preset = "365", locale = "zh-CN", payloadLimit = 5 * 2 ** 20, libraryEnd, file = null }: BookOptions,
  ) {
    this.book = book;
    this.copies = new DocumentCopies(file);
    this.preset = preset;
    this.locale = locale;
    this.limit = payloadLimit;
    this.libraryEnd = libraryEnd;
    const events = new Events(book, (entry) => setTimeout(() => this.onEvent(entry), 0));
    this.session = this.createSession(createWorld(book, events, this.created).root);
  }

  get supportedSets(): string {
    return JSON.stringify(supportedSets(this.preset, this.libraryEnd));
  }

  /** Requests that somebody waited for. */
  get trips(): readonly WireRecord[] {
    return this.log.filter(({ isInternal }) => !isInternal);
  }

  async execute(body: string, flags: number): Promise<Reply> {
    const request = JSON.parse(body) as WireRequest;
    const record = recordOf(request, byteLength(body), flags);
    this.log.push(record);
    const fault = record.isInternal ? undefined : this.takeFault(record);
    fault?.before?.(this);
    const refused = fault?.officeError ?? (record.requestBytes > this.limit ? OFFICE_ERROR.requestTooLarge : null);
    if (refused !== null) return this.refuseWith(record, refused);
    if (fault?.silent === "undone") return never();
    if (this.isEditing && !record.isInternal) {
      if ((flags & FLAG.delayForCellEdit) === 0) return this.refuseWith(record, OFFICE_ERROR.cellEditMode);
      await new Promise<void>((resume) => this.waiting.push(resume));
    }
    this.failing = fault?.action ?? null;
    const reply = this.carryOut(request, record);
    fault?.then?.(this);
    if (fault?.silent === "done") return never();
    return fault?.lostAnswer === undefined ? reply : this.refuseWith(record, fault.lostAnswer);
  }

  inject(fault: Fault): void {
    this.faults.push(fault);
  }

  /** The user begins to edit a cell, and leaves it. */
  beginCellEdit(): void {
    this.isEditing = true;
  }

  endCellEdit(): void {
    this.isEditing = false;
    for (const resume of this.waiting.splice(0)) resume();
  }

  /** A person types into a cell; `source` Remote: a co-author. */
  type(sheet: string, address: string, text: unknown, source: "Local" | "Remote" = "Local"): void {
    const area = this.area(sheet, address);
    enter(area.sheet.ensure(area.rect.top, area.rect.left), text === "" ? null : text);
    this.book.touch();
    this.book.tell("changed", area, source);
  }

  select(sheet: string, address: string): void {
    const area = this.area(sheet, address);
    this.book.active = area.sheet;
    this.book.selection = area;
    this.book.tell("selected", area);
  }

  private area(sheet: string, address: string): Area {
    const at = parseA1(address);
    const found = this.book.sheetNamed(sheet);
    if (!at || !found) throw new Error(`EMULATOR: no cell ${sheet} ${address}`);
    return new Area(found, { top: at.row, bottom: at.row, left: at.column, right: at.column });
  }

  private createSession(root: HostObject): Session {
    let references = 0;
    return {
      root,
      references: new Map(),
      nextReference: () => `ref:${++references}`,
      createService: (name) => services[name] ?? refuse("ApiNotFound", `EMULATOR: new ${name}() is not implemented`),
      beforeAction: (_, action) => this.failWhereTold(action),
      onMember: (member) => this.log.at(-1)?.members.add(member),
    };
  }

  private failWhereTold(action: WireAction): void {
    if (!this.failing || !isWriteAction(action)) return;
    if (this.failing.index-- > 0) return;
    const { code } = this.failing;
    this.failing = null;
    throw new HostError(code);
  }

  private takeFault(record: WireRecord): Fault | undefined {
    const index = this.faults.findIndex((fault) => fault.onWrite !== true || record.isWrite);
    const fault = this.faults[index];
    if (!fault) return undefined;
    if ((fault.after ?? 0) > 0) {
      this.faults[index] = { ...fault, after: (fault.after ?? 0) - 1 };
      return undefined;
    }
    this.faults.splice(index, 1);
    return { ...fault, ...(fault.action && { action: { ...fault.action } }) };
  }

  private carryOut(request: WireRequest, record: WireRecord): Reply {
    this.book.actsForAddIn = true;
    const response = new RequestRun(this.session, request).run();
    this.book.actsForAddIn = false;
    const body = JSON.stringify(response);
    record.responseBytes = byteLength(body);
    record.error = response.Error?.Code ?? null;
    return record.responseBytes > this.limit ? this.refuseWith(record, OFFICE_ERROR.responseTooLarge) : { body };
  }

  private refuseWith(record: WireRecord, officeError: number): Reply {
    record.officeError = officeError;
    return { officeError };
  }
}

export async function createExcelHost({ workbook, ...options }: ExcelHostOptions): Promise<ExcelHost> {
  return new ExcelHost(await loadBook(workbook), { ...options, file: workbook });
}

/** What the library itself asks for when it boots. */
const services: Readonly<Record<string, HostObject>> = {
  "Microsoft.InternalService.AddinInternalService": bind(
    { className: "AddinInternalService", methods: { NotifyActionHandlerReady: () => null } },
    null,
  ),
};

const never = (): Promise<never> => new Promise(() => undefined);

const byteLength = (text: string): number => new TextEncoder().encode(text).length;

const READING = /^(?:_|Get|Count)/;

const isWriteAction = ({ ActionType, Name }: WireAction): boolean =>
  ActionType === 4 || ActionType === 9 || (ActionType === 3 && !READING.test(Name));

function recordOf(request: WireRequest, requestBytes: number, flags: number): WireRecord {
  const called = request.Actions.map(({ Name }) => Name);
  const isInternal =
    called.includes("NotifyActionHandlerReady") ||
    (called.includes("_RemoveReference") && called.every((name) => name === "" || name === "_RemoveReference"));
  return {
    isWrite: (flags & FLAG.write) !== 0,
    isUndoable: (flags & (FLAG.write | FLAG.undoable)) !== FLAG.write,
    requestBytes,
    responseBytes: 0,
    members: new Set(),
    officeError: null,
    error: null,
    isInternal,
  };
}
