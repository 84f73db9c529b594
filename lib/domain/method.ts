/** The version of the method by which every figure is computed; published beside each of them. */
export const METHOD = 'm1'
