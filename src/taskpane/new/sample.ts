import address from "../../../assets/samples/heshan-2021-self-evaluation.xlsx";
import { withoutHead } from "./data-address";

export default withoutHead(address);
