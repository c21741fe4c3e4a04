import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gateCode } from './code-gate.ts';

/** The whole attack surface (docs/threat-model.md). A change here is a decision, and it is made in two places. */
const CONTENT_SECURITY_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src https:; " +
  "object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; " +
  "require-trusted-types-for 'script'; trusted-types 'none'";
const PERMISSIONS = ['storage', 'unlimitedStorage', 'alarms'];
const CHROME_PERMISSIONS = ['sidePanel'];
const OPTIONAL_PERMISSIONS = ['notifications'];
const HOSTS = ['https://api.instantly.ai/*'];
/** Narrowed to the webhook's host by the click that asks for it. */
const OPTIONAL_HOSTS = ['https://*/*'];
const PAGES = ['https://app.instantly.ai/*'];

/** Every field that a manifest of ours may have; one that is not here is a door nobody decided to open. */
const FIELDS = new Set([
  'manifest_version',
  'name',
  'short_name',
  'description',
  'version',
  'author',
  'homepage_url',
  'default_locale',
  'icons',
  'permissions',
  'optional_permissions',
  'host_permissions',
  'optional_host_permissions',
  'incognito',
  'content_security_policy',
  'minimum_chrome_version',
  'browser_specific_settings',
  'background',
  'action',
  'options_ui',
  'side_panel',
  'sidebar_action',
  'commands',
  'content_scripts',
]);
const CONTENT_SCRIPT_FIELDS = new Set(['matches', 'js', 'css', 'run_at', 'world', 'all_frames']);

type Fields = Readonly<Record<string, unknown>>;

const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null ? (value as Fields) : {};

const listOf = (value: unknown): readonly string[] =>
  value === undefined ? [] : Array.isArray(value) ? value.map(String) : [`no list: ${value}`];

const beyond = (name: string, value: unknown, allowed: readonly string[]): string[] =>
  listOf(value)
    .filter((entry) => !allowed.includes(entry))
    .map((entry) => `${name}: ${entry}`);

const missing = (name: string, value: unknown, needed: readonly string[]): string[] =>
  needed.filter((entry) => !listOf(value).includes(entry)).map((entry) => `${name}: no ${entry}`);

const gateContentScript = (script: Fields): string[] => {
  const { matches, world, all_frames } = script;
  return [
    ...Object.keys(script)
      .filter((field) => !CONTENT_SCRIPT_FIELDS.has(field))
      .map((field) => `content_scripts: ${field}`),
    ...beyond('content_scripts.matches', matches, PAGES),
    ...missing('content_scripts.matches', matches, PAGES),
    ...(world === undefined || world === 'ISOLATED' ? [] : [`content_scripts.world: ${world}`]),
    ...(all_frames ? ['content_scripts.all_frames'] : []),
  ];
};

/** What a built manifest asks for or opens beyond what was decided; empty when nothing. */
export const manifestProblems = (manifest: Fields): string[] => {
  const isFirefox = manifest['browser_specific_settings'] !== undefined;
  const permissions = isFirefox ? PERMISSIONS : [...PERMISSIONS, ...CHROME_PERMISSIONS];
  const csp = fieldsOf(manifest['content_security_policy']);
  const scripts = manifest['content_scripts'];
  const gecko = fieldsOf(fieldsOf(manifest['browser_specific_settings'])['gecko']);
  const collected = fieldsOf(gecko['data_collection_permissions'])['required'];
  return [
    ...Object.keys(manifest)
      .filter((field) => !FIELDS.has(field))
      .map((field) => `manifest: ${field}`),
    ...(manifest['manifest_version'] === 3 ? [] : ['manifest_version']),
    ...beyond('permissions', manifest['permissions'], permissions),
    ...beyond('optional_permissions', manifest['optional_permissions'], OPTIONAL_PERMISSIONS),
    ...beyond('host_permissions', manifest['host_permissions'], HOSTS),
    ...beyond('optional_host_permissions', manifest['optional_host_permissions'], OPTIONAL_HOSTS),
    ...(manifest['incognito'] === 'not_allowed' ? [] : ['incognito']),
    ...(csp['extension_pages'] === CONTENT_SECURITY_POLICY && Object.keys(csp).length === 1
      ? []
      : ['content_security_policy']),
    ...(Array.isArray(scripts) && scripts.length === 1 ? [] : ['content_scripts: not one']),
    ...(Array.isArray(scripts) ? scripts : []).flatMap((one) => gateContentScript(fieldsOf(one))),
    ...(isFirefox && String(collected) !== 'authenticationInfo'
      ? ['data_collection_permissions']
      : []),
  ];
};

/** Judges one built extension, manifest and code. Gives what is wrong; empty when nothing. */
export const gateManifest = (folder: string): string[] => {
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Fields;
  return [...manifestProblems(manifest), ...gateCode(folder)];
};
