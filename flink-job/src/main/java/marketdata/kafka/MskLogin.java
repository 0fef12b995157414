package marketdata.kafka;

import software.amazon.msk.auth.iam.IAMOAuthBearerLoginCallbackHandler;

/** MSK's login with IAM tokens, in a process that may have loaded the job more than once: see {@link JobSaslProvider}. */
public final class MskLogin extends IAMOAuthBearerLoginCallbackHandler {
  static {
    JobSaslProvider.register();
  }
}
