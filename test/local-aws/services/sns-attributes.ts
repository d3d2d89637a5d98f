import { recordOf, textOf } from '../protocol/parameters.ts';
import { AwsError } from '../protocol/service.ts';

/** An attribute of a message: what filter policies of subscriptions see. */
export interface MessageAttribute {
  readonly name: string;
  /** `String`, `String.Array`, `Number` or `Binary`. */
  readonly type: string;
  /** As it arrived: Binary in base64. */
  readonly value: string;
}

/** The attributes of a message (`MessageAttributes.entry.1.Name`, …), in order; throws SNS's error for one that is not complete. */
export function readAttributes(input: Record<string, unknown>): MessageAttribute[] {
  const entries = recordOf(recordOf(input['MessageAttributes'])['entry']);
  return Object.keys(entries)
    .sort((a, b) => Number(a) - Number(b))
    .map((index) => readAttribute(recordOf(entries[index])));
}

function readAttribute(entry: Record<string, unknown>): MessageAttribute {
  const name = textOf(entry, 'Name');
  if (name === undefined) throw unfit('The request must contain non-empty message attribute names.');
  // SNS developer guide, "Message attribute items and validation".
  if (!/^(?!(aws|amazon)\.)[\w-]+(\.[\w-]+)*$/i.test(name) || name.length > 256) {
    throw unfit(`The message attribute name '${name}' is invalid.`);
  }
  const given = recordOf(entry['Value']);
  const type = textOf(given, 'DataType');
  if (type === undefined) throw unfit(`The message attribute '${name}' must contain non-empty message attribute type.`);
  if (!/^(String|String\.Array|Number|Binary)$/.test(type)) {
    throw unfit(`The message attribute '${name}' has an invalid message attribute type.`);
  }
  const value = textOf(given, type === 'Binary' ? 'BinaryValue' : 'StringValue');
  if (value === undefined) {
    throw unfit(`The message attribute '${name}' must contain non-empty message attribute value.`);
  }
  return { name, type, value };
}

function unfit(message: string): AwsError {
  return new AwsError('ParameterValueInvalid', message);
}
