/** Who calls, where, and when: what every operation of the stand-in knows besides its parameters. */
export interface CallContext {
  /** AWS service as the signature's credential scope names it: `ssm`, `cloudformation`, `s3`, `sts`, … */
  readonly service: string;
  /** Region of the signature's credential scope; `us-east-1` where a call is not signed. */
  readonly region: string;
  /** Twelve digits: the account that the access key belongs to. */
  readonly account: string;
  /** ARN of the caller (`arn:aws:sts::…:assumed-role/…` or `arn:aws:iam::…:user/…`); absent for an unsigned call. */
  readonly callerArn?: string;
  readonly accessKeyId?: string;
  /** The stand-in's clock, in milliseconds; tests move it. */
  now(): number;
}

/** An error in AWS's terms: code, message and HTTP status, rendered by each protocol in its own way. */
export class AwsError extends Error {
  readonly code: string;
  readonly status: number;
  constructor(code: string, message: string, status = 400) {
    super(message);
    this.code = code;
    this.status = status;
  }
}

/** One operation: plain parameters in (as the protocol decodes them), a plain result out (as the protocol encodes it). */
export type Operation = (input: Record<string, unknown>, context: CallContext) => unknown | Promise<unknown>;

/** `query`: form body with Action=…, XML answers (STS, CloudFormation). Lists arrive decoded: `Tags.member.1.Key` → `Tags: [{Key}]`. */
export interface QueryService {
  readonly protocol: 'query';
  /** Service name in the credential scope. */
  readonly name: string;
  /** XML namespace of the answers. */
  readonly namespace: string;
  readonly operations: Readonly<Record<string, Operation>>;
}

/** `json`: `X-Amz-Target: <prefix>.<Operation>`, JSON in and out (SSM, ECR, Logs). */
export interface JsonService {
  readonly protocol: 'json';
  readonly name: string;
  readonly targetPrefix: string;
  readonly operations: Readonly<Record<string, Operation>>;
}

export interface RestRequest {
  readonly method: string;
  /** Decoded path, without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string>>;
  /** Body with any `aws-chunked` encoding already removed. */
  readonly body: Buffer;
}
export interface RestAnswer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

/** `rest`: method and path carry the meaning (S3, Lambda). */
export interface RestService {
  readonly protocol: 'rest';
  readonly name: string;
  /** How errors are written: S3's XML, or JSON with `x-amzn-errortype`. */
  readonly errors: 'xml' | 'json';
  /** The operation's name in AWS's API reference, for the journal and for faults. */
  nameOf(request: RestRequest): string;
  handle(request: RestRequest, context: CallContext): RestAnswer | Promise<RestAnswer>;
}

export type AwsService = QueryService | JsonService | RestService;
