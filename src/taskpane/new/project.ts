import address from "../../../assets/templates/project.xlsx";
import { withoutHead } from "./data-address";

export default withoutHead(address);
