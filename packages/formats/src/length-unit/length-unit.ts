/** The units of length that files and people use; inside the model lengths are mm. */
export { LENGTH_UNITS, type LengthUnit, millimetersPer } from "@tributary/model";
