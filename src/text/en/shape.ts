// English has the keys of Chinese, no more and no fewer; that each sentence names the same figures is a test's to see.

/** The shape of one wing of words. */
export type SameShape<Words> = { readonly [Key in keyof Words]: string };
