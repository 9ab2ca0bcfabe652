import { sameFormula } from "../../../core/plan/content";
import type { PlanStep } from "../../../core/plan/plan";
import { SMALL, type Errand } from "../errands";
import { allOrNothing, type Objections, type Outcome, type Scene, type StepRun } from "./step-run";

type DefineName = Extract<PlanStep, { do: "defineName" }>;
type RemoveName = Extract<PlanStep, { do: "removeName" }>;

interface FoundName {
  readonly refersTo: string;
  readonly hidden: boolean;
}

/** Asks for one name; null where there is none. */
class NameState {
  private answer: () => FoundName | null = () => null;
  private readonly name: string;
  private readonly scope: string | null;

  constructor({ name, scope }: DefineName | RemoveName) {
    this.name = name;
    this.scope = scope;
  }

  ask(scene: Scene): readonly Errand[] {
    this.answer = () => null;
    if (scene.phase === "before" && this.scope !== null && scene.isNew(this.scope)) return [];
    return [
      {
        weight: SMALL,
        run: () => {
          const item = this.item(scene).load("formula,visible");
          this.answer = () =>
            item.isNullObject ? null : { refersTo: String(item.formula).replace(/^=/, ""), hidden: !item.visible };
        },
      },
    ];
  }

  get found(): FoundName | null {
    return this.answer();
  }

  collection(scene: Scene): Excel.NamedItemCollection {
    return this.scope === null ? scene.context.workbook.names : scene.sheet(this.scope).names;
  }

  item(scene: Scene): Excel.NamedItem {
    return this.collection(scene).getItemOrNullObject(this.name);
  }
}

export class DefineNameRun implements StepRun {
  readonly sheets: readonly string[];
  private readonly step: DefineName;
  private readonly state: NameState;
  private before: FoundName | null = null;

  constructor(step: DefineName) {
    this.step = step;
    this.state = new NameState(step);
    this.sheets = step.scope === null ? [] : [step.scope];
  }

  ask(scene: Scene): readonly Errand[] {
    return this.state.ask(scene);
  }

  check(_: Scene, objections: Objections): void {
    const { name, expect } = this.step;
    this.before = this.state.found;
    if (!agrees(this.before, expect)) objections.add({ kind: "name-conflict", name });
    if (!isName(name)) objections.add({ kind: "unsupported", what: `the name ${name}` });
  }

  put(scene: Scene): readonly Errand[] {
    const { name, refersTo, hidden } = this.step;
    const formula = `=${refersTo}`;
    return [
      {
        weight: SMALL,
        run: () => {
          const item = this.before ? this.state.item(scene) : this.state.collection(scene).add(name, formula);
          if (this.before) item.formula = formula;
          if (hidden !== (this.before?.hidden ?? false)) item.visible = !hidden;
        },
      },
    ];
  }

  outcome(): Outcome {
    const { refersTo, hidden } = this.step;
    const { found } = this.state;
    const stands = agrees(found, refersTo) && found?.hidden === hidden;
    // A name that was added but could not be hidden stands too.
    const isThere = stands || (agrees(found, refersTo) && this.before === null);
    return { ...allOrNothing(isThere, this.step, this.inverse), isAsPlanned: stands };
  }

  get inverse(): readonly PlanStep[] {
    const { name, scope, refersTo } = this.step;
    return this.before
      ? [{ do: "defineName", name, scope, ...this.before, expect: refersTo }]
      : [{ do: "removeName", name, scope, expect: refersTo }];
  }
}

export class RemoveNameRun implements StepRun {
  readonly sheets: readonly string[];
  private readonly step: RemoveName;
  private readonly state: NameState;
  private before: FoundName | null = null;

  constructor(step: RemoveName) {
    this.step = step;
    this.state = new NameState(step);
    this.sheets = step.scope === null ? [] : [step.scope];
  }

  ask(scene: Scene): readonly Errand[] {
    return this.state.ask(scene);
  }

  check(_: Scene, objections: Objections): void {
    const { name, expect } = this.step;
    this.before = this.state.found;
    if (!this.before || !agrees(this.before, expect)) objections.add({ kind: "name-conflict", name });
  }

  put(scene: Scene): readonly Errand[] {
    return [{ weight: SMALL, run: () => this.state.item(scene).delete() }];
  }

  outcome(): Outcome {
    return allOrNothing(this.state.found === null, this.step, this.inverse);
  }

  get inverse(): readonly PlanStep[] {
    const { name, scope } = this.step;
    return this.before ? [{ do: "defineName", name, scope, ...this.before, expect: null }] : [];
  }
}

const agrees = (found: FoundName | null, expect: string | null): boolean =>
  found === null || expect === null ? found === null && expect === null : sameFormula(found.refersTo, expect);

/** What Excel, WPS and LibreOffice take for a name: no cell reference, no blank, no sign. */
const isName = (name: string): boolean =>
  name.length <= 255 &&
  /^[\p{L}_\\][\p{L}\p{M}\p{N}_.\\?]*$/u.test(name) &&
  !/^(?:[a-z]{1,3}\d{1,7}|r\d*c\d*|r|c)$/i.test(name);
