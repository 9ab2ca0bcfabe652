import sample from "../../assets/samples/heshan-2021-self-evaluation.xlsx";

/** The sample workbook in base64, without the head of the data address that the build makes of it. */
export default sample.slice(sample.indexOf(",") + 1);
