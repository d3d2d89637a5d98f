import { parseConfig } from '../../core/config/parse.ts';
import type { Config } from '../../core/configuration/schema.ts';

/** The application of the tutorial, as short as it goes. */
export const WORKSHOP = `version: 1
app: workshop
profiles:
  dev:
    role: arn:aws:iam::111111111111:role/serverless-stages
    region: us-east-1
    parameters:
      env: dev
      key: { ssm: /workshop/dev/key }
  staging: { role: 'arn:aws:iam::222222222222:role/serverless-stages', region: us-east-1 }
  prod: { role: 'arn:aws:iam::333333333333:role/serverless-stages', region: us-east-1 }
default-profile: dev
stages:
  dev: { profile: dev, branch: master }
  staging: { profile: staging, branch: master }
  prod: { profile: prod, branch: prod }
previews:
  target-branches: [master]
  role: arn:aws:iam::111111111111:role/serverless-stages-preview
services:
  restapi: { path: backend-restapi }
`;

/** Parses the text of a configuration, the tutorial's unless another is given. */
export function configOf(text: string = WORKSHOP): Config {
  return parseConfig(Buffer.from(text));
}

/** Parses the tutorial's configuration with one piece of its text replaced; throws where the piece is not there. */
export function workshopWith(piece: string, replacement: string): Config {
  return configOf(replaced(piece, replacement));
}

/** Returns the tutorial's text with one piece replaced; throws where the piece is not there. */
export function replaced(piece: string, replacement: string): string {
  if (!WORKSHOP.includes(piece)) throw new Error(`the sample configuration does not hold ${piece}`);
  return WORKSHOP.replace(piece, () => replacement);
}
