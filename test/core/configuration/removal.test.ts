import { describe, expect, it } from 'vitest';
import { type EffectiveConfiguration, effectiveConfiguration } from '../../../core/configuration/effective.ts';
import { removalConfiguration, sweepConfiguration } from '../../../core/configuration/removal.ts';
import type { Config } from '../../../core/configuration/schema.ts';
import { decodeConfiguration } from '../../../core/configuration/transport.ts';
import type { StageIdentity } from '../../../core/stage/identity.ts';
import { encodeJson } from '../../../core/transport.ts';
import { caught } from '../caught.ts';
import { configOf, replaced, WORKSHOP, workshopWith } from '../sample-config.ts';

const PREVIEW: StageIdentity = { name: 'feature-login-0pv3fa9c', kind: 'preview', ref: 'refs/heads/feature/login' };
const STAGING: StageIdentity = { name: 'staging', kind: 'configured', ref: 'refs/heads/master' };
const PREVIEWS_ROLE = 'arn:aws:iam::111111111111:role/serverless-stages-preview';
const role = (name: string, account = '111111111111') => `arn:aws:iam::${account}:role/${name}`;

/** Every role and region that a configuration says a stage may be in, sorted. */
const places = ({ profile, elsewhere }: EffectiveConfiguration): string[] => {
  const all = [{ role: profile.role ?? '', regions: profile.regions }, ...elsewhere];
  return [...new Set(all.flatMap((place) => place.regions.map((region) => `${place.role} ${region}`)))].sort();
};
const ofPreview = (config: Config, configs: readonly Config[] = [config]) =>
  removalConfiguration(effectiveConfiguration(config, PREVIEW, 'dev'), configs);
const retired = (entry: string) => workshopWith('  target-branches', `  retired: [${entry}]\n  target-branches`);

describe('the configuration of a removal', () => {
  it('G9 has no parameters, which may be gone', () => {
    const more = '    region: us-east-1\n    parameters-path: /p/\n    export-env: [env]\n';
    const { profile } = ofPreview(workshopWith('    region: us-east-1\n', more));
    expect(profile.parameters).toEqual({});
    expect(profile.parametersPath).toBeUndefined();
    expect(profile.exportEnv).toEqual([]);
  });

  it('is of the same stage, role and regions', () => {
    const { stage, profile } = ofPreview(configOf());
    expect(stage).toEqual(PREVIEW);
    expect(profile).toMatchObject({ role: PREVIEWS_ROLE, region: 'us-east-1', regions: ['us-east-1'] });
  });

  it('looks where the configuration of its target branch and that of the default branch say that previews are', () => {
    const moved = configOf(
      WORKSHOP.replace(PREVIEWS_ROLE, role('new-preview')).replace(
        '    region: us-east-1\n',
        '    region: [eu-west-1, eu-north-1]\n',
      ),
    );
    expect(places(ofPreview(configOf(), [configOf(), moved]))).toEqual(
      [`${PREVIEWS_ROLE} us-east-1`, `${role('new-preview')} eu-west-1`, `${role('new-preview')} eu-north-1`].sort(),
    );
  });

  it('looks where either of them says that previews were', () => {
    const one = retired(`{ role: '${role('old')}', region: us-east-1 }`);
    const other = retired(`{ role: '${role('older', '999999999999')}', region: [us-east-1, eu-west-1] }`);
    expect(places(ofPreview(one, [one, other]))).toEqual(
      [
        `${PREVIEWS_ROLE} us-east-1`,
        `${role('old')} us-east-1`,
        `${role('older', '999999999999')} us-east-1`,
        `${role('older', '999999999999')} eu-west-1`,
      ].sort(),
    );
  });

  it('names the places of a list with their own roles', () => {
    const config = retired(`{ role: '${role('old', '999999999999')}', region: [us-east-1, eu-west-1] }`);
    expect(ofPreview(config).elsewhere).toContainEqual({
      role: role('old', '999999999999'),
      regions: ['us-east-1', 'eu-west-1'],
    });
  });

  it('names no place twice', () => {
    const twice = retired(`{ role: '${PREVIEWS_ROLE}', region: us-east-1 }`);
    const { elsewhere, profile } = ofPreview(twice, [twice, twice, configOf()]);
    const all = [{ role: profile.role, regions: profile.regions }, ...elsewhere].flatMap((place) =>
      place.regions.map((region) => `${place.role} ${region}`),
    );
    expect(all).toEqual([...new Set(all)]);
  });

  it('looks nowhere else for a configured stage', () => {
    const config = retired(`{ role: '${role('old')}', region: eu-west-1 }`);
    const made = removalConfiguration(effectiveConfiguration(config, STAGING, 'staging'), [config]);
    expect(places(made)).toEqual([`${role('serverless-stages', '222222222222')} us-east-1`]);
    expect(made.profile.parameters).toEqual({});
  });

  it('takes a configuration without previews', () => {
    const none = configOf(WORKSHOP.replace(/previews:\n( .*\n)+/, ''));
    expect(places(ofPreview(configOf(), [configOf(), none]))).toEqual([`${PREVIEWS_ROLE} us-east-1`]);
  });

  it('G14 has the configured stages of all of them: none may be removed as a preview', () => {
    const later = workshopWith('  dev: { profile: dev, branch: master }\n', '');
    expect([...ofPreview(later, [later, configOf()]).configured].sort()).toEqual(['dev', 'prod', 'staging']);
  });

  it('is plain JSON that travels between jobs as it is', () => {
    const made = ofPreview(retired(`{ role: '${role('old')}', region: eu-west-1 }`));
    expect(decodeConfiguration(encodeJson(made))).toEqual(made);
  });

  it('changes nothing of what it is made of', () => {
    const config = configOf();
    const before = effectiveConfiguration(config, PREVIEW, 'dev');
    removalConfiguration(before, [config]);
    expect(before).toEqual(effectiveConfiguration(configOf(), PREVIEW, 'dev'));
    expect(config).toEqual(configOf());
  });
});

describe('the configuration of a sweep', () => {
  it('is of previews, with their role, in the regions of the default profile', () => {
    const config = configOf(replaced('    region: us-east-1\n', '    region: [us-east-1, eu-west-1]\n'));
    const made = sweepConfiguration(config);
    expect(made).toMatchObject({ app: 'workshop', stage: { kind: 'preview' } });
    expect(made.configured).toEqual(['dev', 'staging', 'prod']);
    expect(made.profile.parameters).toEqual({});
    expect(places(made)).toEqual([`${PREVIEWS_ROLE} eu-west-1`, `${PREVIEWS_ROLE} us-east-1`]);
  });

  it('looks where previews were, too', () => {
    const made = sweepConfiguration(retired(`{ role: '${role('old')}', region: eu-west-1 }`));
    expect(places(made)).toEqual([`${role('old')} eu-west-1`, `${PREVIEWS_ROLE} us-east-1`].sort());
  });

  it('is plain JSON that travels between jobs as it is', () => {
    const made = sweepConfiguration(configOf());
    expect(decodeConfiguration(encodeJson(made))).toEqual(made);
  });

  it('B6 asks for the profile of previews where there is none', () => {
    const none = configOf(WORKSHOP.replace(/previews:\n( .*\n)+/, '').replace('default-profile: dev\n', ''));
    const error = caught(() => sweepConfiguration(none));
    expect(error.code).toBe('E_PROFILE_UNKNOWN');
  });
});
