import type { RestAnswer } from './service.ts';
import { escapeXml } from './xml.ts';

/** How a protocol writes its errors: query's ErrorResponse, JSON with a type, or S3's bare Error. */
export type ErrorForm = 'query' | 'json' | 'xml';

export interface WrittenError {
  code: string;
  message: string;
  status: number;
}

/** Renders an error in the words of a protocol; a server error of a query service has Type Receiver. */
export function renderError(form: ErrorForm, error: WrittenError, requestId: string): RestAnswer {
  const { code, message, status } = error;
  if (form === 'json') {
    return {
      status,
      headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amzn-errortype': code },
      body: JSON.stringify({ __type: code, message, Message: message }),
    };
  }
  const type = status >= 500 ? 'Receiver' : 'Sender';
  const core = `<Code>${escapeXml(code)}</Code><Message>${escapeXml(message)}</Message>`;
  const body =
    form === 'query'
      ? `<ErrorResponse><Error><Type>${type}</Type>${core}</Error><RequestId>${requestId}</RequestId></ErrorResponse>`
      : `<?xml version="1.0" encoding="UTF-8"?><Error>${core}<RequestId>${requestId}</RequestId></Error>`;
  return { status, headers: { 'content-type': form === 'query' ? 'text/xml' : 'application/xml' }, body };
}
