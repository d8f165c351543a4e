/** How many columns a picture takes that goes to no terminal. */
export const PLAIN_WIDTH = 80;
