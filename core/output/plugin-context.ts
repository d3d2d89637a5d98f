import * as v from 'valibot';
import { foreignRecord } from '../foreign-record.ts';

const kind = v.picklist(['configured', 'preview', 'personal']);
const schema = v.object({
  schemaVersion: v.literal(1),
  reader: v.object({
    app: v.string(),
    stage: v.string(),
    kind,
    region: v.string(),
    account: v.exactOptional(v.string()),
    baseStage: v.exactOptional(v.string()),
    accounts: foreignRecord(v.string()),
  }),
  /** What deploy-service has read, by address; the plugin reads other addresses itself. */
  resolved: foreignRecord(v.object({ value: v.exactOptional(v.unknown()), problem: v.exactOptional(v.string()) })),
  /** Stacks that `${cf:…}` reads in place of others (plugin/redirect.ts), by `STACK` or `REGION:STACK`. */
  stacks: foreignRecord(v.string()),
});

/** What deploy-service tells our Serverless plugin, so that both speak of the same values. */
export type PluginContext = Readonly<v.InferOutput<typeof schema>>;

/** Reads the text of a context's file; throws where it is not one of this version. */
export function parsePluginContext(text: string): PluginContext {
  return v.parse(v.pipe(v.string(), v.parseJson(), schema), text);
}
