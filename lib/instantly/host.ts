const HOST = /^[a-z0-9-]+(\.[a-z0-9-]+)+$/;
const LONGEST_HOST = 253;

/** The name of a host such as `track.example.com`, in small letters. Undefined for what is none. */
export const parseHost = (text: string): string | undefined => {
  const host = text.toLowerCase();
  return host.length <= LONGEST_HOST && HOST.test(host) ? host : undefined;
};
