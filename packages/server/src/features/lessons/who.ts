export type Who = { readonly person: string; readonly now: Date };
