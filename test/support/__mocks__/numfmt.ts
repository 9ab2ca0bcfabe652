// numfmt 4.0.1 names a file in its "require" export that it does not ship, so jest can not find it;
// this is the same package, by the file that is there (webpack takes the "default" export and needs nothing).
export * from "../../../node_modules/numfmt/dist/index.js";
