import address from "../../../assets/templates/department.xlsx";
import { withoutHead } from "./data-address";

export default withoutHead(address);
