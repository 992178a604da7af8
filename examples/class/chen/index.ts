export { outputDelta, hiddenDelta } from './backprop';
export { conv2d, lstmCell } from './layers';
export { categoricalCrossEntropy, klStandardNormal, softmax } from './losses';
export { adam } from './optimizer';
