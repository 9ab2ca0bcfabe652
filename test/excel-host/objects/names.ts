import { bind, type HostObject, type ObjectType } from "../protocol/host-object";
import { refuse } from "../protocol/host-error";
import { bareFormula } from "../workbook/entry";
import { inR1C1, type BookName } from "../workbook/book";
import type { Sheet } from "../workbook/sheet";
import { areaOf, collection, membersOf, textOf, type World } from "./types";

/** The names of the workbook (`scope` null) or of one sheet. */
export function namesOf(world: World, scope: Sheet | null): HostObject {
  const { book } = world;
  const bound = (name: BookName | null): HostObject | null => name && bind(namedItem(world), name);
  // The workbook's collection may list the names of its sheets too.
  const items = (): readonly HostObject[] =>
    book.names.filter((name) => scope === null || name.scope === scope).flatMap((name) => bound(name) ?? []);
  const type = collection("NamedItemCollection", {
    item: (_, name) => bound(book.nameOf(textOf(name), scope)),
    methods: {
      GetItemOrNullObject: (_, name) => bound(book.nameOf(textOf(name), scope)),
      Add: (_, name, reference) => {
        const text = textOf(name);
        if (!isName(text)) refuse("InvalidArgument");
        if (book.nameOf(text, scope)) refuse("ItemAlreadyExists");
        const area = areaOf(reference);
        const added: BookName = {
          name: text,
          scope,
          formula: area ? `=${area.address}` : formulaOf(reference),
          visible: true,
        };
        book.names.push(added);
        book.touch();
        return bound(added);
      },
    },
  });
  return membersOf(type, items);
}

const namedItem = ({ book }: World): ObjectType<BookName> => ({
  className: "NamedItem",
  identity: ({ name }) => ({ _Id: name, Name: name }),
  properties: {
    Name: ({ name }) => name,
    Formula: ({ formula }) => (book.isR1C1 ? inR1C1(formula) : formula),
    Visible: ({ visible }) => visible,
    Scope: ({ scope }) => (scope ? "Worksheet" : "Workbook"),
  },
  setters: {
    Formula: (name, formula) => {
      name.formula = formulaOf(formula);
      book.touch();
    },
    Visible: (name, visible) => {
      name.visible = visible === true;
    },
  },
  methods: {
    Delete: (name) => {
      book.names = book.names.filter((one) => one !== name);
      book.touch();
    },
  },
});

const formulaOf = (reference: unknown): string => bareFormula(textOf(reference).replace(/^=?/, "="));

const isName = (name: string): boolean =>
  name.length <= 255 &&
  /^[\p{L}_\\][\p{L}\p{M}\p{N}_.\\?]*$/u.test(name) &&
  !/^(?:[a-z]{1,3}\d{1,7}|r\d*c\d*|r|c)$/i.test(name);
