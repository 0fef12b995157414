/** Says which folders it would clean up, and how old an object must be. */
export const handler = async ({ folders, days }) => console.log(JSON.stringify({ folders, days }));
