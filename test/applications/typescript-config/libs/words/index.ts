export const greet = (name: string): string => `Dear ${name}`;
