/** A compiled module is instantiated on the spot: the promise then needs no turn of the event loop to be kept. */
export const instantiateAtOnce = (): void => {
  const instantiate = async (
    module: WebAssembly.Module,
    imports: ConstructorParameters<typeof WebAssembly.Instance>[1],
  ) => new WebAssembly.Instance(module, imports);
  Object.assign(WebAssembly, { instantiate });
};
