import { greet } from '@libs/words';

export const handler = async (event: { name: string }) => ({ statusCode: 200, body: greet(event.name) });
