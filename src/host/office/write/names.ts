import { sameFormula } from "../../../core/workbook/cell-content";
import type { PlanStep } from "../../../core/workbook/write-plan";
import { a1Names } from "../read/r1c1";
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
            item.isNullObject
              ? null
              : { refersTo: a1Names(String(item.formula).replace(/^=/, "")), hidden: !item.visible };
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

/** Defines a name, or takes it away. */
export class NameRun implements StepRun {
  readonly sheets: readonly string[];
  private readonly step: DefineName | RemoveName;
  private readonly state: NameState;
  private before: FoundName | null = null;

  constructor(step: DefineName | RemoveName) {
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
    if (this.step.do === "defineName" && !isName(name))
      objections.add({ kind: "unsupported", what: { zh: `名称“${name}”`, en: `the name ${name}` } });
  }

  put(scene: Scene): readonly Errand[] {
    const { step } = this;
    const run = (): void => {
      if (step.do === "defineName") this.define(scene, step);
      else this.state.item(scene).delete();
    };
    return [{ weight: SMALL, run }];
  }

  outcome(): Outcome {
    const { found } = this.state;
    if (this.step.do === "removeName") return allOrNothing(found === null, this.step, this.inverse);
    const { refersTo, hidden } = this.step;
    const stands = agrees(found, refersTo) && found?.hidden === hidden;
    // A name that was added but could not be hidden stands too.
    const isThere = stands || (agrees(found, refersTo) && this.before === null);
    return { ...allOrNothing(isThere, this.step, this.inverse), isAsPlanned: stands };
  }

  get inverse(): readonly PlanStep[] {
    const { name, scope } = this.step;
    const refersTo = this.step.do === "defineName" ? this.step.refersTo : null;
    if (this.before) return [{ do: "defineName", name, scope, ...this.before, expect: refersTo }];
    return refersTo === null ? [] : [{ do: "removeName", name, scope, expect: refersTo }];
  }

  private define(scene: Scene, { name, refersTo, hidden }: DefineName): void {
    const formula = `=${refersTo}`;
    const item = this.before ? this.state.item(scene) : this.state.collection(scene).add(name, formula);
    if (this.before) item.formula = formula;
    if (hidden !== (this.before?.hidden ?? false)) item.visible = !hidden;
  }
}

const agrees = (found: FoundName | null, expect: string | null): boolean =>
  found === null || expect === null ? found === null && expect === null : sameFormula(found.refersTo, expect);

/** What Excel, WPS and LibreOffice take for a name: no cell reference, no blank, no sign. */
const isName = (name: string): boolean =>
  name.length <= 255 &&
  /^[\p{L}_\\][\p{L}\p{M}\p{N}_.\\?]*$/u.test(name) &&
  !/^(?:[a-z]{1,3}\d{1,7}|r\d*c\d*|r|c)$/i.test(name);
