/** A script of its own beside the served page: see read-report. */
export { readPdf } from "../host/document/read-pdf";
