# Copied next to providers.tf, this sends everything to the emulator. Its addresses come from environment.sh.
provider "aws" {
  s3_use_path_style           = true
  skip_credentials_validation = true
  skip_metadata_api_check     = true
}
