import { recordOf, textOf } from '../protocol/parameters.ts';
import { AwsError } from '../protocol/service.ts';
import type { AttributeValue, Item } from '../state/tables.ts';

type Input = Record<string, unknown>;

/** The names and values that a KeyConditionExpression of equalities asks for. */
export function readKeyCondition(input: Input): [string, AttributeValue][] {
  const expression = textOf(input, 'KeyConditionExpression') ?? '';
  return expression.split(/\s+and\s+/i).map((part) => {
    const [, name, value] = /^\(?\s*([#\w]+)\s*=\s*(:\w+)\s*\)?$/.exec(part.trim()) ?? [];
    if (name === undefined || value === undefined) throw unsupported(part);
    return [nameOf(input, name), attributeValueOf(input, value)];
  });
}

/** An UpdateExpression of `SET a = :a, b = :b` and `REMOVE c` as a function from the old item to the new one. */
export function readUpdate(input: Input): (item: Item) => Item {
  const expression = textOf(input, 'UpdateExpression') ?? '';
  const clauses = [...expression.matchAll(/(SET|REMOVE|ADD|DELETE)\s+(.*?)(?=\s+(?:SET|REMOVE|ADD|DELETE)\s|$)/gs)];
  return (old) => {
    const item = { ...old };
    for (const [, verb, body = ''] of clauses) {
      for (const part of body.split(',')) applyClause(input, item, verb ?? '', part.trim());
    }
    return item;
  };
}

function applyClause(input: Input, item: Item, verb: string, part: string): void {
  if (verb === 'REMOVE') {
    delete item[nameOf(input, part)];
    return;
  }
  const [, name, value] = /^([#\w]+)\s*=\s*(:\w+)$/.exec(part) ?? [];
  if (verb !== 'SET' || name === undefined || value === undefined) throw unsupported(`${verb} ${part}`);
  item[nameOf(input, name)] = attributeValueOf(input, value);
}

function nameOf(input: Input, name: string): string {
  return name.startsWith('#') ? String(recordOf(input['ExpressionAttributeNames'])[name]) : name;
}

function attributeValueOf(input: Input, name: string): AttributeValue {
  return recordOf(recordOf(input['ExpressionAttributeValues'])[name]);
}

function unsupported(part: string): AwsError {
  return new AwsError('NotImplemented', `The stand-in does not read the expression "${part}"`, 501);
}
