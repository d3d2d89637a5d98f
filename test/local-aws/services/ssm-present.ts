import { createHash } from 'node:crypto';
import type { CallContext } from '../protocol/service.ts';
import type { ParameterVersion, SsmState, StoredParameter } from '../state/ssm.ts';
import { decryptionError, parameterArn } from './ssm-errors.ts';

/** A version that a request asked for, and the selector (`:3`) that it was asked by. */
export interface Found {
  readonly parameter: StoredParameter;
  readonly version: ParameterVersion;
  readonly selector?: string;
}

/** The version that is read where none is named. */
export function newest(parameter: StoredParameter): ParameterVersion {
  const version = parameter.versions.at(-1);
  if (version === undefined) throw new Error(`parameter ${parameter.name} holds no version`);
  return version;
}

function reveal(state: SsmState, { parameter, version }: Found, decrypt: boolean, context: CallContext): string {
  if (version.type !== 'SecureString') return version.value;
  if (!decrypt) {
    const digest = createHash('sha512').update(`${parameter.name}:${version.version}:${version.value}`);
    return `AQICAHh${digest.digest('base64').replaceAll('=', '')}`;
  }
  const failure = state.decryptionFailure(parameter.name);
  if (failure !== undefined) throw decryptionError(failure, context);
  return version.value;
}

/** A parameter as GetParameter and the lists show it; throws KMS's error where it cannot be decrypted. */
export function present(state: SsmState, found: Found, decrypt: boolean, context: CallContext) {
  const { parameter, version, selector } = found;
  return {
    ARN: parameterArn(parameter.name, context),
    DataType: version.dataType,
    LastModifiedDate: version.modifiedAt / 1000,
    Name: parameter.name,
    Type: version.type,
    Value: reveal(state, found, decrypt, context),
    Version: version.version,
    ...(selector === undefined ? {} : { Selector: selector }),
  };
}

/** One version as GetParameterHistory shows it. */
export function presentHistory(state: SsmState, found: Found, decrypt: boolean, context: CallContext) {
  const { parameter, version } = found;
  return {
    DataType: version.dataType,
    Labels: [],
    LastModifiedDate: version.modifiedAt / 1000,
    LastModifiedUser: version.modifiedBy,
    Name: parameter.name,
    Policies: [],
    Tier: version.tier,
    Type: version.type,
    Value: reveal(state, found, decrypt, context),
    Version: version.version,
    ...(version.keyId === undefined ? {} : { KeyId: version.keyId }),
    ...(version.description === undefined ? {} : { Description: version.description }),
    ...(version.allowedPattern === undefined ? {} : { AllowedPattern: version.allowedPattern }),
  };
}
