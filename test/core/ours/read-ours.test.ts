import { readOurs } from "../../../src/core/ours/read-ours";
import type { WorkbookSnapshot } from "../../../src/core/workbook/snapshot";
import { scored } from "../plan/sample";
