export default class MatrixReporter {}
