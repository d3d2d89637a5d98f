/** Returns the stack in `${cf:STACK.OUTPUT}`; the text may hold variables, and an output's name holds no point. */
export function stackOf(address: string): string {
  return splitAddress(address)[0];
}

/** Returns the stack and the output in `${cf:STACK.OUTPUT}`; a stack's name has no point, but a variable in it may. */
export function splitAddress(address: string): [stack: string, output: string] {
  const at = address.includes('${') ? address.lastIndexOf('.') : address.indexOf('.');
  return at === -1 || address.indexOf('}', at) !== -1 ? [address, ''] : [address.slice(0, at), address.slice(at + 1)];
}
