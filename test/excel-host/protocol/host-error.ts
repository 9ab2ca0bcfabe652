/** An error that the add-in sees as OfficeExtension.Error. */
export class HostError extends Error {
  readonly code: string;
  location = "";

  constructor(code: string, message?: string) {
    super(message ?? MESSAGES[code] ?? code);
    this.name = "HostError";
    this.code = code;
  }

  get httpStatus(): number {
    return STATUS[this.code] ?? 400;
  }
}

export function refuse(code: string, message?: string): never {
  throw new HostError(code, message);
}

/** en-US texts as documented (learn.microsoft.com, excel-add-ins-error-handling). */
const MESSAGES: Readonly<Record<string, string>> = {
  AccessDenied: "You cannot perform the requested operation.",
  ApiNotFound: "The API you are trying to use could not be found. It may be available in a newer version of Excel.",
  GeneralException: "There was an internal error while processing the request.",
  InvalidArgument: "The argument is invalid or missing or has an incorrect format.",
  InvalidOperation: "The operation attempted is invalid on the object.",
  InvalidReference: "This reference is not valid for the current operation.",
  ItemAlreadyExists: "The resource being created already exists.",
  UnsupportedSheet: "This sheet type does not support this operation, since it is a Macro or Chart sheet.",
  ItemNotFound: "The requested resource doesn't exist.",
};

const STATUS: Readonly<Record<string, number>> = {
  AccessDenied: 403,
  ApiNotFound: 404,
  GeneralException: 500,
  ItemAlreadyExists: 409,
  ItemNotFound: 404,
};
