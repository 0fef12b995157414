"""The public parameter with the newest Amazon Linux image for Arm processors is not there.

https://docs.aws.amazon.com/linux/al2023/ug/ec2.html names it.
"""

from ministack.services import ssm

X86 = "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64"
ARM = "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-arm64"


def apply():
    ssm._PUBLIC_AMI_PARAMETERS.setdefault(ARM, ssm._PUBLIC_AMI_PARAMETERS[X86])
