/** A page, as text: see `moduleTypes` in rolldown.config.js. */
declare module '*.md' {
  const text: string;
  export default text;
}
