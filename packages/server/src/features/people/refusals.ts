import { refuse } from "../../platform/http/refusal.ts";

export const noSuchPerson = () => refuse("not-found", "There is nothing here under this address.");

export const alreadyErased = () =>
  refuse("already-erased", "This person's data was erased and cannot come back.");

export const emailTaken = () =>
  refuse("email-taken", "Somebody with this e-mail address is here already.", {
    wayOut: "Search for the address; a deactivated person can be reactivated.",
  });

export const lastOwner = () =>
  refuse("last-owner", "Nobody else who has signed in owns the organisation.", {
    wayOut: "Make another person an owner first, and let them sign in once.",
  });
