// The URL that the deployment of restapi printed, without a slash at the end.
export const apiUrl = 'https://workshop-api.example.com';
