/** One entry of the `errors` of a 422 or 409. */
export interface FieldError {
  readonly resource: string;
  readonly code: 'missing' | 'missing_field' | 'invalid' | 'already_exists' | 'unprocessable' | 'custom';
  readonly field?: string;
  readonly message?: string;
  readonly [more: string]: unknown;
}

/** An answer of GitHub's that is an error: `{message, errors?, documentation_url, status}`. */
export class ApiError extends Error {
  readonly status: number;
  readonly errors: readonly FieldError[] | undefined;
  constructor(status: number, message: string, errors?: readonly FieldError[]) {
    super(message);
    this.status = status;
    this.errors = errors;
  }
}

/** 404 as GitHub says it of nearly everything. */
export function notFound(): ApiError {
  return new ApiError(404, 'Not Found');
}

/** 422 `Validation Failed` for one field. */
export function validationFailed(error: FieldError): ApiError {
  return new ApiError(422, 'Validation Failed', [error]);
}

/** 422 of a rule of the model itself: code `custom`, the message begins with the field's name. */
export function invalidField(resource: string, field: string, rule: string): ApiError {
  return validationFailed({ resource, code: 'custom', field, message: `${field} ${rule}` });
}
