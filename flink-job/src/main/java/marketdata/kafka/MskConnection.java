package marketdata.kafka;

import java.util.Properties;

/** How the job signs in to MSK: TLS, and IAM tokens that the login handler renews by itself. */
final class MskConnection {
  private MskConnection() {}

  /** Client properties of https://github.com/aws/aws-msk-iam-auth for SASL/OAUTHBEARER. */
  static Properties properties() {
    Properties properties = new Properties();
    properties.setProperty("security.protocol", "SASL_SSL");
    properties.setProperty("sasl.mechanism", "OAUTHBEARER");
    properties.setProperty(
        "sasl.jaas.config", "org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule required;");
    properties.setProperty("sasl.login.callback.handler.class", MskLogin.class.getName());
    return properties;
  }
}
