import { pushAll } from "../../../core/workbook/long-lists";
import type { PlanStep, WritePlan } from "../../../core/workbook/write-plan";
import type { HostFailure, StaleCell, WriteOptions } from "../../port";
import { Refused, refuse } from "../../refused";
import { failureOf } from "../failures";
import { isRefusedWhole, notTaken } from "./broken-off";
import { inExcel, UNDO_GROUP, type Patience } from "../session";
import { runErrands, type Errand } from "../errands";
import { Guards } from "./guards";
import { Objections, type Scene, type StepRun } from "./step-run";
import { runOf } from "./steps";

/** Why a put did not come out as planned. */
export interface Trouble {
  readonly failure: HostFailure;
  /** Whether it is known what stands now. */
  readonly isSeen: boolean;
}

/** What of a plan stands in the workbook. */
export interface Standing {
  /** Takes back what stands. */
  readonly inverse: WritePlan;
  /** What could still be done. */
  readonly left: WritePlan;
  readonly isAsPlanned: boolean;
  readonly differences: readonly StaleCell[];
}

/** So long, in milliseconds, a put that was called off may still be answered. */
const ANSWER = 2_000;

/** One plan on its way into the workbook. */
export class Writing {
  readonly plan: WritePlan;
  private readonly inUndo: "as one entry" | "as Excel lists it";
  private readonly runs: readonly StepRun[];
  private readonly guards: Guards;
  private readonly newSheets: ReadonlySet<string>;
  private protectedSheets: ReadonlySet<string> = new Set();
  private isPutting = false;

  constructor(plan: WritePlan, inUndo: "as one entry" | "as Excel lists it" = "as Excel lists it") {
    this.plan = plan;
    this.inUndo = inUndo;
    const { steps } = plan;
    this.runs = steps.map((step, index) =>
      runOf(step, { before: () => steps.slice(0, index), after: () => steps.slice(index + 1) }),
    );
    this.guards = new Guards(plan);
    this.newSheets = new Set(plan.steps.flatMap((step) => (step.do === "addSheet" ? [step.sheet] : [])));
  }

  /** Checks, puts and reads back; null where all stands as planned. Throws where nothing was done. */
  async attempt(patience: Patience, options: WriteOptions): Promise<Trouble | null> {
    const { signal, ...rest } = options;
    const own = signal && this.calledOffWith(signal);
    try {
      return await this.inOneRun(patience, { ...rest, ...(own && { signal: own }) });
    } catch (error) {
      // Called off while Excel had the put and did not answer: nobody knows whether it stands.
      if (!this.isPutting || !options.signal?.aborted) throw error;
      return refuse({
        kind: "partially-applied",
        inverse: this.inverse,
        cause: { kind: "unanswered" },
        differences: [],
      });
    }
  }

  /** At once while nothing was put; a put is given a moment to be answered first. */
  private calledOffWith(signal: AbortSignal): AbortSignal {
    const own = new AbortController();
    const end = (): void => own.abort(signal.reason);
    if (signal.aborted) end();
    else signal.addEventListener("abort", () => (this.isPutting ? setTimeout(end, ANSWER) : end()), { once: true });
    return own.signal;
  }

  private inOneRun(patience: Patience, { signal, onProgress }: WriteOptions): Promise<Trouble | null> {
    return inExcel(
      async (context) => {
        await this.check(context);
        onProgress?.(1, 2);
        signal?.throwIfAborted();
        this.isPutting = true;
        const failure = await this.put(context);
        this.isPutting = false;
        if (failure) return { failure, isSeen: false };
        onProgress?.(2, 2);
        return this.trouble();
      },
      patience,
      signal,
      this.inUndo === "as one entry" ? UNDO_GROUP : {},
    );
  }

  /** What speaks against the plan as things stand now; null for nothing, or where nobody can tell. */
  async objection(patience: Patience): Promise<HostFailure | null> {
    try {
      await inExcel((context) => this.check(context), patience);
      return null;
    } catch (error) {
      return error instanceof Refused ? error.failure : null;
    }
  }

  /** Looks at what stands after a put broke off; null where that is refused too. */
  async lookAgain(patience: Patience): Promise<Standing | null> {
    try {
      return await inExcel(async (context) => {
        const scene = this.scene(context, "after");
        await this.ask(scene);
        return this.standing;
      }, patience);
    } catch {
      return null;
    }
  }

  get standing(): Standing {
    const outcomes = this.runs.map((run) => run.outcome());
    return {
      inverse: takenBack(outcomes.map(({ inverse }) => inverse)),
      left: { guards: [], steps: outcomes.flatMap(({ left }) => left) },
      isAsPlanned: outcomes.every(({ isAsPlanned }) => isAsPlanned),
      differences: outcomes.flatMap(({ differences }) => differences),
    };
  }

  /** Takes all of it back. */
  get inverse(): WritePlan {
    return takenBack(this.runs.map((run) => run.inverse));
  }

  private async check(context: Excel.RequestContext): Promise<void> {
    const scene = this.scene(context, "before");
    const { workbook } = context;
    workbook.load("readOnly");
    workbook.protection.load("protected");
    const sheets = this.neededSheets().map((name) => {
      const sheet = scene.sheet(name).load("id");
      sheet.protection.load("protected");
      return { name, sheet };
    });
    await this.ask(scene, () => {
      if (workbook.readOnly) refuse({ kind: "read-only" });
      const missing = sheets.find(({ sheet }) => sheet.isNullObject);
      if (missing) refuse({ kind: "sheet-missing", sheet: missing.name });
    });
    const locked = sheets.filter(({ sheet }) => sheet.protection.protected).map(({ name }) => name);
    this.protectedSheets = new Set(locked);
    if (this.newSheets.size > 0 && workbook.protection.protected) refuse({ kind: "workbook-protected" });
    const objections = new Objections();
    pushAll(objections.differences, this.guards.differences);
    for (const run of this.runs) run.check(scene, objections);
    if (objections.failure) refuse(objections.failure);
  }

  private neededSheets(): readonly string[] {
    const named = new Set([...this.guards.sheets, ...this.runs.flatMap((run) => run.sheets)]);
    return [...named].filter((name) => !this.newSheets.has(name));
  }

  /** One round trip; another one where the answers lead to more questions. */
  private async ask(scene: Scene, first: () => void = () => undefined): Promise<void> {
    const { context } = scene;
    await runErrands(context, [...this.guards.ask(scene), ...this.runs.flatMap((run) => run.ask(scene))]);
    await context.sync();
    first();
    const more = this.runs.flatMap((run) => run.askMore?.(scene) ?? []);
    if (more.length === 0) return;
    await runErrands(context, more);
    await context.sync();
  }

  /** Puts and reads back in one round trip, or as few as it takes; the failure where that broke off half-way. */
  private async put(context: Excel.RequestContext): Promise<HostFailure | null> {
    const scene = this.scene(context, "put");
    const done = { trips: 0 };
    try {
      await runErrands(context, this.putErrands(scene), () => done.trips++);
      await context.sync();
      return null;
    } catch (error) {
      if (done.trips === 0 && isRefusedWhole(error)) throw error;
      return failureOf(error);
    }
  }

  /** Each step is asked for its changes when those before it are queued: it may need a sheet that they add. */
  private *putErrands(scene: Scene): Generator<Errand> {
    for (const run of this.runs) yield* run.put(scene);
    yield* this.guards.ask(scene);
    for (const run of this.runs) yield* run.ask(scene);
  }

  private trouble(): Trouble | null {
    const stale = this.guards.differences;
    if (stale.length > 0) return { failure: { kind: "stale", differences: stale }, isSeen: true };
    const { isAsPlanned, differences, left } = this.standing;
    if (isAsPlanned) return null;
    return { failure: differences.length > 0 ? { kind: "stale", differences } : notTaken(left), isSeen: true };
  }

  private scene(context: Excel.RequestContext, phase: Scene["phase"]): Scene {
    const proxies = new Map<string, Excel.Worksheet>();
    return {
      context,
      phase,
      isNew: (sheet) => this.newSheets.has(sheet),
      isProtected: (sheet) => this.protectedSheets.has(sheet),
      isPut: (at) => this.guards.isPut(at),
      sheet: (name) => {
        const sheet = proxies.get(name) ?? context.workbook.worksheets.getItemOrNullObject(name);
        proxies.set(name, sheet);
        return sheet;
      },
    };
  }
}

const takenBack = (steps: readonly (readonly PlanStep[])[]): WritePlan => ({
  guards: [],
  steps: [...steps].reverse().flat(),
});
