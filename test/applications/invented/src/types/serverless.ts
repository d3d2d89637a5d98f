/** What a handler of ours gets and gives. */
export interface Request {
  readonly path: string;
}

export interface Response {
  readonly statusCode: number;
  readonly body?: string;
}
