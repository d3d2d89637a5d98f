/**
 * An answer that says it is a success and does not have what it must have: of a proxy, or cut off. It says nothing about what is
 * there, least of all that nothing is: absence is the service's own word (an error code, a list that is there and empty).
 */
export class BrokenAnswer extends Error {
  override readonly name = 'BrokenAnswer';
}
