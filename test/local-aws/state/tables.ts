import { createPlacedStore, type Place, type PlacedStore } from './place.ts';

/** A value as DynamoDB writes it: `{ S: 'a' }`, `{ N: '1' }`, … */
export type AttributeValue = Record<string, unknown>;
export type Item = Record<string, AttributeValue>;

export interface TableKey {
  name: string;
  role: 'HASH' | 'RANGE';
}

export interface Table extends Place {
  name: string;
  arn: string;
  createdAt: number;
  keys: TableKey[];
  indexes: Record<string, TableKey[]>;
  items: Map<string, Item>;
  deletionProtection: boolean;
}

export type TableStore = PlacedStore<Table>;
export const createTableStore = (): TableStore => createPlacedStore<Table>();
